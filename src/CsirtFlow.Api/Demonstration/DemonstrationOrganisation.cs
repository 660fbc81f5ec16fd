using System.Collections.Immutable;
using CsirtFlow.Api.Accounts;
using CsirtFlow.Api.Organisations;
using CsirtFlow.Api.Platform;
using CsirtFlow.Domain;
using Marten;
using Microsoft.AspNetCore.Identity;

namespace CsirtFlow.Api.Demonstration;

/// <summary>An invented fire-fighting association with invented people, to try the service. Loaded once; a second time it only prints the accounts.</summary>
public static class DemonstrationOrganisation
{
    /// <summary>The same for every demonstration account; anybody can read it here, so it is for trying alone.</summary>
    public const string Password = "kunren-kunren-119";

    public static async Task Seed(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var tenant = services.GetRequiredService<Tenants>().Default;
        var organisation = Build(tenant); 

        await using (var session = services.GetRequiredService<Sessions>().Open(Caller.Clock(tenant)))
        {
            if (await session.Events.FetchStreamStateAsync(OrganisationState.Key) is null)
            {
                var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
                session.Events.StartStream<OrganisationState>(OrganisationState.Key, new OrganisationRevised(organisation, new Provenance(Actor.Service, "seed-demo", now, now)));
                await session.SaveChangesAsync();
            }
        }

        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        foreach (var person in organisation.People) await AddAccount(users, tenant, person);

        Console.WriteLine($"Demonstration accounts (password of all: {Password})");
        foreach (var person in organisation.People)
            Console.WriteLine($"  {person.Id,-12} {string.Join("、", organisation.Assignments.Where(a => a.PersonId == person.Id).Select(a => Term.Of(a.Office) + (a.Deputy > 0 ? "の代理" : "")).Distinct().DefaultIfEmpty("職員等"))}（{organisation.SectionName(person.SectionId)}）");
    }

    private static async Task AddAccount(UserManager<Account> users, string tenant, Person person)
    {
        var name = Account.NameIn(tenant, person.Id);
        if (await users.FindByNameAsync(name) is not null) return;

        var result = await users.CreateAsync(new Account { UserName = name, Organisation = tenant, PersonId = person.Id, Email = person.Mail, EmailConfirmed = true, LockoutEnabled = true }, Password);
        if (!result.Succeeded) throw new InvalidOperationException(string.Join(" ", result.Errors.Select(e => e.Description)));
    }

    public static Organisation Build(string tenant) => new()
    {
        Id = tenant,
        Name = "架空地方消防組合",
        Profile = new()
        {
            Kana = "カクウチホウショウボウクミアイ", Code = "000000", CorporateNumber = "0000000000000", Address = "〒000-0000　架空県架空市架空町1-1",
            Representative = "管理者　架空 正一", Phone = "0000-00-0000", Sender = "架空地方消防組合消防長",
            ContactSection = "消防本部総務課", ContactPerson = "見本 文子（ミホン フミコ）", ContactPhone = "0000-00-0000", ContactNightPhone = "0000-00-0001（通信指令課）", ContactMail = "csirt@kakuu-shobo.example.jp",
        },
        Sections = [new("somu", "総務課"), new("keibo", "警防課"), new("yobo", "予防課"), new("tsushin", "通信指令課"), new("chuo", "中央消防署"), new("nishi", "西分署")],
        People =
        [
            Someone("kanri", "架空 正一", "管理者", "somu"),
            Someone("shobocho", "仮名 消二", "消防長", "somu"),
            Someone("somu-kacho", "例示 総太", "総務課長", "somu"),
            Someone("somu-shukan", "見本 文子", "総務課主幹", "somu"),
            Someone("keibo-kacho", "例示 警介", "警防課長", "keibo"),
            Someone("keibo-hosa", "見本 防美", "警防課長補佐", "keibo"),
            Someone("yobo-kacho", "例示 予一", "予防課長", "yobo"),
            Someone("yobo-shukan", "見本 守", "予防課主幹", "yobo"),
            Someone("shirei-kacho", "例示 令子", "通信指令課長", "tsushin"),
            Someone("shirei-hosa", "見本 通", "通信指令課長補佐", "tsushin"),
            Someone("shocho", "仮名 署郎", "中央消防署長", "chuo"),
            Someone("tocho", "見本 直樹", "主幹（当直長）", "chuo"),
            Someone("jicho", "見本 次郎", "中央消防署次長", "chuo"),
            Someone("bunshocho", "見本 西男", "西分署長", "nishi"),
            Someone("csirt", "架空 鈴", "CSIRT責任者", "somu"),
            Someone("csirt2", "架空 連", "CSIRT要員（業務統括）", "somu"),
            Someone("csirt3", "架空 携", "CSIRT要員（外部連携）", "somu"),
            Someone("madoguchi", "架空 受子", "統一的な窓口", "somu"),
            Someone("kansa", "仮名 監", "監査統括", "somu"),
            Someone("shokuin", "見本 太郎", "消防士", "chuo"),
        ],
        Assignments =
        [
            new("kanri", Office.Ciso),
            new("shobocho", Office.SupervisingOfficer),
            new("somu-kacho", Office.SupervisingOfficer, Deputy: 1),
            .. Section("somu", "somu-kacho", "somu-shukan"),
            .. Section("keibo", "keibo-kacho", "keibo-hosa"),
            .. Section("yobo", "yobo-kacho", "yobo-shukan"),
            .. Section("tsushin", "shirei-kacho", "shirei-hosa"),
            .. Section("chuo", "shocho", "tocho", "jicho"),
            .. Section("nishi", "shocho", "bunshocho"),
            new("csirt", Office.CsirtLead), new("csirt2", Office.CsirtMember), new("csirt3", Office.CsirtMember),
            new("csirt2", Office.CsirtLead, Deputy: 1),
            new("madoguchi", Office.ContactPoint), new("csirt3", Office.ContactPoint, Deputy: 1),
            new("somu-shukan", Office.Administration), new("madoguchi", Office.Administration),
            new("kansa", Office.Auditor),
            new("shirei-hosa", Office.SystemManager, SystemId: "shirei-system"),
            new("keibo-hosa", Office.SystemManager, SystemId: "kyukyu"),
            new("somu-shukan", Office.SystemManager, SystemId: "bunsho"),
            new("yobo-shukan", Office.SystemManager, SystemId: "web"),
        ],
        Systems = [new("shirei-system", "高機能消防指令システム", "tsushin"), new("kyukyu", "救急搬送記録システム", "keibo"), new("bunsho", "文書管理・メール", "somu"), new("web", "ホームページ", "yobo")],
        Settings = new PolicySettings { Hotline = "0000-00-0000（窓口直通、24時間）", Reassurance = "報告したことで責められることはありません。" },
    };

    private static IEnumerable<Assignment> Section(string section, string officer, params IEnumerable<string> managers) =>
        [new(officer, Office.SecurityOfficer, section), .. managers.Select(m => new Assignment(m, Office.SecurityManager, section))];

    private static Person Someone(string id, string name, string title, string section) => new(id, name, title, section, $"{id}@kakuu-shobo.example.jp", "0000-00-0000");
}
