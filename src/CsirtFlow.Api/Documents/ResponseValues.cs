using CsirtFlow.Domain;
using CsirtFlow.Domain.Statutory;
using CsirtFlow.Notifications;

namespace CsirtFlow.Api.Documents;

/// <summary>対応: 応急措置, 復旧, 証拠, 原因, 再発防止. Accounts and places are for the house; outside goes what was ordered and whether it is done.</summary>
internal static class ResponseValues
{
    public static void Put(CaseFile file, ValueSheet sheet, bool inside)
    {
        Orders(file, sheet, "containment.actions", OrderKind.Containment, inside);
        Orders(file, sheet, "recovery.status", OrderKind.Recovery, inside);
        Evidence(file, sheet, inside);
        if (file.Last<CauseEstablished>() is { } cause)
            sheet.Put("cause.detail", cause.Determined ? cause.Cause : $"特定できず（調査した内容：{cause.Tried}）", cause);
        Prevention(file, sheet);
    }

    private static void Orders(CaseFile file, ValueSheet sheet, string key, OrderKind kind, bool inside)
    {
        var orders = file.Orders(kind).ToList();
        var lines = orders.Select(o => Line(o.Order));
        var last = file.Events.LastOrDefault(e => orders.Any(o => NumberOf(e) == o.Order.Number));
        sheet.Put(key, string.Join('\n', lines), last);

        string Line(Order o)
        {
            var account = inside && o.CarriedOutAt is not null && o.Account is not "" ? $"　報告：{CleanText.OneLine(o.Account)}" : "";
            return $"・{CleanText.OneLine(o.Instruction)}（{file.Organisation.SectionName(o.SectionId)}、{Progress(o)}）{account}";
        }
    }

    private static string Progress(Order o) => o switch
    {
        { VerifiedAt: { } at } => $"{Reiwa.Moment(at)}完了を確認",
        { CarriedOutAt: { } at } => $"{Reiwa.Moment(at)}完了の報告、確認中",
        _ => $"{Reiwa.Moment(o.GivenAt)}指示、期限{Reiwa.Moment(o.Due)}、実施中",
    };

    private static int NumberOf(IncidentEvent e) => e switch
    {
        OrderGiven o => o.Order,
        OrderCarriedOut o => o.Order,
        OrderVerified o => o.Order,
        OrderReturned o => o.Order,
        _ => 0,
    };

    private static void Evidence(CaseFile file, ValueSheet sheet, bool inside)
    {
        var items = file.Events.OfType<EvidencePreserved>().ToList();
        if (items.Count > 0) sheet.Put("evidence.preserved", items, e => CleanText.OneLine(inside ? $"{e.Item}（{e.Place}）{(e.File is { } f ? $" {f.Name} SHA-256 {f.Sha256}" : "")}" : e.Item));
        else if (file.Incident.InventoryConfirmedAt is not null) sheet.Put("evidence.preserved", "保全した証拠はない（証拠目録を確認済み）", file.Last<EvidenceInventoryConfirmed>());
    }

    private static void Prevention(CaseFile file, ValueSheet sheet)
    {
        var decided = file.Incident.Instruction is Instruction.AsPlanned or Instruction.Amended;
        var source = decided ? file.Last<MeasuresInstructed>() : (IncidentEvent?)file.Last<PreventionPlanned>();
        if (file.Incident.Instruction is Instruction.Returned) return;

        var open = file.Incident.Measures.Where(m => m.DoneAt is null).Select(m => $"{CleanText.OneLine(m.Text)}（{file.Organisation.SectionName(m.SectionId)}、期限{Reiwa.Date(m.Due)}）");
        // Before the CISO's instruction (32-3-5) a plan is a proposal.
        sheet.Put("prevention.planned", decided ? string.Join('\n', open) : $"案（CISOの指示前）：\n{string.Join('\n', open)}", source, confirmed: decided);

        var done = file.Incident.Measures.Where(m => m.DoneAt is not null)
            .Select(m => $"{CleanText.OneLine(m.Text)}（{file.Organisation.SectionName(m.SectionId)}、{Reiwa.Date(JapaneseCalendar.DayOf(m.DoneAt!.Value))}実施）");
        sheet.Put("prevention.done", string.Join('\n', done), file.Last<MeasureDone>());
    }
}
