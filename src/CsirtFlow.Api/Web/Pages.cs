using CsirtFlow.Api.Access;
using CsirtFlow.Api.Reports;
using CsirtFlow.Api.Web.Access;
using CsirtFlow.Api.Board;
using CsirtFlow.Api.Deadlines;
using CsirtFlow.Api.Documents;
using CsirtFlow.Api.Forms;
using CsirtFlow.Api.Notices;
using CsirtFlow.Api.Operations;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.ExternalReports;
using CsirtFlow.Api.Web.Assessment;
using CsirtFlow.Api.Web.Audit;
using CsirtFlow.Api.Web.Deadlines;
using CsirtFlow.Api.Web.Entrance;
using CsirtFlow.Api.Web.Forms;
using CsirtFlow.Api.Web.Home;
using CsirtFlow.Api.Web.Inbox;
using CsirtFlow.Api.Web.Layout;
using CsirtFlow.Api.Web.Live;
using CsirtFlow.Api.Web.Papers;
using CsirtFlow.Api.Web.Persons;
using CsirtFlow.Api.Web.Reporting;
using CsirtFlow.Api.Web.Record;
using CsirtFlow.Api.Web.Retention;
using CsirtFlow.Api.Web.Statistics;

namespace CsirtFlow.Api.Web;

/// <summary>The pages: static Razor components served by plain endpoints; no script is needed for any of them.</summary>
public static class Pages
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();
        builder.Services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "csirtflow-af";
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.SuppressXFrameOptionsHeader = true;
        });
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<CaseLines>();
        builder.Services.AddSingleton<CaseReader>();
        builder.Services.AddSingleton<AccessViews>();
        builder.Services.AddSingleton<AccessRecord>();
        builder.Services.AddSingleton<MonthlyFigures>();
        builder.Services.AddSingleton<StatisticsReader>();
        builder.Services.AddSingleton<QueueRebuild>();
        builder.Services.AddSingleton<NoticeRebuild>();
        builder.Services.AddSingleton<StateRebuild>();
        builder.Services.AddSingleton<DutySheets>();
        builder.Services.AddSingleton<DocumentReader>();
        builder.Services.AddSingleton<DeadlineBoard>();
        builder.Services.AddSingleton<PaperPrinter>();
        builder.Services.AddSingleton<AssessmentDesk>();
        builder.Services.AddSingleton<AssessmentViews>();
        builder.Services.AddSingleton<DocumentDesk>();
        builder.Services.AddSingleton<FormDesk>();
        builder.Services.AddSingleton<CopyVerification>();
        builder.Services.AddSingleton<NoticeDesk>();
        builder.Services.AddSingleton<AccountNotices>();
        builder.Services.AddSingleton<OrganisationKeeper>();
        builder.Services.AddScoped<DrillGround>();
        builder.Services.AddSingleton<ReceiptReader>();
        builder.Services.AddSingleton<ReportLimits>();
        builder.Services.AddSingleton<Frames>();
        builder.Services.AddSingleton<CaseViews>();
        builder.Services.AddSingleton<PaperViews>();
        builder.Services.AddSingleton<PersonViews>();
        builder.Services.AddSingleton<RetentionViews>();
        builder.Services.AddSingleton<HomeReader>();
        builder.Services.AddSingleton<QueueWatch>();
        builder.Services.AddSingleton<ReportDoor>();
        builder.Services.AddSingleton<ReceiptDoor>();
        builder.Services.AddScoped<SignIns>();
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapReportPages();
        app.MapEntrancePages();
        app.MapCodePages();
        app.MapPasskeyPages();
        app.MapProofPages();
        app.MapProviderPages();
        app.MapSecondFactorPages();
        app.MapSecondFactorListPages();
        app.MapSessionPages();
        app.MapTokenPages();
        app.MapHomePages();
        app.MapLivePages();
        app.MapQueuePages();
        app.MapCasePages();
        app.MapAssessmentPages();
        app.MapPaperPages();
        app.MapPersonPages();
        app.MapInboxPages();
        app.MapFormPages();
        app.MapTemplatePages();
        app.MapDeadlinePages();
        app.MapDutyPages();
        app.MapStatisticsPages();
        app.MapRecordPages();
        app.MapAccessPages();
        app.MapRetentionPages();
        app.MapEmergencyPages();
    }
}
