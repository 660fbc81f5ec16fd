using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Web;
using CsirtFlow.Domain;
using Microsoft.AspNetCore.Http;

namespace CsirtFlow.Api.Tests;

/// <summary>A decision with two answers is taken by choosing one: leaving it open is no answer.</summary>
public sealed class FormReaderTests
{
    public static TheoryData<Type, string> Decisions => new()
    {
        { typeof(VerifyOrder), "accepted" }, { typeof(DecideExemption), "permitted" }, { typeof(EstablishCause), "determined" }, { typeof(AnswerSystemsCheck), "found" }, { typeof(PlaceInCourse), "shown" },
    };

    [Theory, MemberData(nameof(Decisions))]
    public void A_decision_left_open_is_asked_for_by_its_name(Type command, string field)
    {
        var refused = Assert.Throws<BadRequestException>(() => FormReader.Read(command, "c", Form([])));

        Assert.Contains(refused.Fields, f => f.Field == $"c.{field}" && f.Sentence.Japanese.EndsWith("を選んでください。", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void The_answer_is_the_one_that_was_chosen(string value, bool accepted) =>
        Assert.Equal(accepted, ((VerifyOrder)FormReader.Read(typeof(VerifyOrder), "c", Form([("c.order", "1"), ("c.accepted", value)]))).Accepted);

    [Theory]
    [InlineData(new[] { "紙", "その他", "" }, "紙、その他")]
    [InlineData(new[] { "紙", "その他", "その他（写真）\r\n名簿の写し" }, "紙\nその他（写真）\n名簿の写し")]
    [InlineData(new[] { "写真" }, "写真")]
    public void A_fact_is_what_was_ticked_and_what_was_written_beside_it(string[] sent, string text)
    {
        var form = new FormCollection(new() { ["c.facts[data.media]"] = sent });

        Assert.Equal(text, ((RecordFacts)FormReader.Read(typeof(RecordFacts), "c", form)).Facts["data.media"].Text);
    }

    private static FormCollection Form(IEnumerable<(string Name, string Value)> fields) => new(fields.ToDictionary(f => f.Name, f => new Microsoft.Extensions.Primitives.StringValues(f.Value)));
}
