using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Containment;
using CsirtFlow.Api.Operations;
using CsirtFlow.Api.PersonalData;
using CsirtFlow.Api.Persons;
using CsirtFlow.Api.Platform;
using CsirtFlow.Api.Record;
using CsirtFlow.Api.Reports;
using CsirtFlow.Api.Retention;
using CsirtFlow.Api.Web;

var builder = WebApplication.CreateBuilder(args);
Operate.Prepare(builder, args);
if (!Operate.IsConfigured(builder.Configuration)) return 1;

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<Tenants>();
builder.AddEventStore();
builder.AddMessaging();
builder.AddRecord();
builder.AddTelemetry();
builder.AddAccounts();
builder.AddHttpDoor();
builder.AddPages();
builder.Services.AddSingleton<CommandDesk>();
builder.Services.AddSingleton<RelatedIncidents>();
builder.Services.AddSingleton<ReportIntake>();
builder.Services.AddSingleton<PersonalSeal>();
builder.Services.AddSingleton<SubjectSeal>();
builder.Services.AddSingleton<ReporterContacts>();
builder.Services.AddSingleton<MailHeadings>();
builder.Services.AddSingleton<PersonListDesk>();
builder.Services.AddSingleton<RetentionDesk>();

var app = builder.Build();

app.UseHttpDoor();
app.MapPages();

return await app.RunOrOperate(args);
