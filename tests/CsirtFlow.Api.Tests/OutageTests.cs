using CsirtFlow.Api.Platform;
using Npgsql;

namespace CsirtFlow.Api.Tests;

/// <summary>Whether an error is about the database at this moment, so that the mail is tried again, or about the mail, so that a person looks at it.</summary>
public sealed class OutageTests
{
    [Theory]
    [InlineData("53100", true)] // disk full
    [InlineData("57P01", true)] // administrator shut it down
    [InlineData("08006", true)] // connection lost
    [InlineData("25006", true)] // read only
    [InlineData("40P01", true)] // deadlock
    [InlineData("55P03", true)] // lock not given
    [InlineData("22021", false)] // a character that it cannot keep
    [InlineData("23505", false)] // there already
    public void An_answer_of_the_database_says_which(string state, bool outage)
    {
        var refused = new PostgresException("refused", "ERROR", "ERROR", state);

        Assert.Equal(outage, Outage.Is(refused));
        Assert.Equal(outage, Outage.Is(new InvalidOperationException("wrapped", refused)));
    }

    [Fact]
    public void No_answer_is_an_outage_and_anything_else_is_none()
    {
        Assert.True(Outage.Is(new NpgsqlException("no answer")));
        Assert.False(Outage.Is(new FormatException()));
    }
}
