using CleanLogin.Application.Ports;
using CleanLogin.Authsignal.Emulator.Control;
using CleanLogin.Authsignal.Emulator.Knobs;

namespace CleanLogin.Infrastructure.Tests.Authsignal;

/// <summary>What an operator is told about a tenant: the fault that there is, and none that there is not.</summary>
public sealed class CheckTests : AuthsignalTest
{
    [Fact]
    public async Task A_tenant_that_is_set_up_has_no_fault()
    {
        var findings = await Tenant.CheckAsync(Ct);

        findings.Should().NotContain(finding => finding.Kind == FindingKind.Fault);
        findings.Where(finding => finding.Kind == FindingKind.Good).Should().HaveCount(4)
            .And.Contain(finding => finding.Text.Contains("set to Challenge", StringComparison.Ordinal));
        findings.Should().Contain(finding => finding.Kind == FindingKind.Note && finding.Text.Contains("Authsignal:TenantId", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_stays_behind_and_nobody_gets_mail()
    {
        await Tenant.CheckAsync(Ct);

        var nobody = Control.Requests[0].Target.Split('/')[^1];
        Control.Requests.Should().Contain(request => request.Method == "DELETE" && request.Target == "/v1/users/" + nobody);
        Control.Seed(new SeedUser { UserId = nobody }).Should().BeEmpty("all of it was removed");
        Control.Emails.Should().BeEmpty();
    }

    [Theory]
    [InlineData("ALLOW", "does not challenge")]
    [InlineData("BLOCK", "is set to Block")]
    [InlineData("REVIEW", "is set to Review")]
    public async Task An_action_that_is_not_set_to_Challenge_is_a_fault(string outcome, string says)
    {
        Control.Configure(knobs => knobs with { DefaultOutcome = outcome });

        await ExpectFaultAsync(Tenant, says, "cleanlogin-login");
    }

    [Fact]
    public async Task A_wrong_key_or_region_names_both_causes()
    {
        await using var tenant = Create(secret: "sk_wrong");

        (await ExpectFaultAsync(tenant, "Authsignal:Secret", "Authsignal:Url")).Should().NotContain("sk_wrong");
    }

    [Fact]
    public async Task A_host_of_pages_that_is_not_listed_is_a_fault()
    {
        await using var tenant = new Tenant(Service.ApiAddress, "mfa.example.org", Time);

        await ExpectFaultAsync(tenant, "Authsignal:UiHosts", Service.BaseAddress.Authority);
    }

    [Fact]
    public async Task A_tenant_without_authenticators_is_a_fault()
    {
        Control.Configure(knobs => knobs with { AllowedVerificationMethods = [] });

        await ExpectFaultAsync(Tenant, "no authenticator");
    }

    [Fact]
    public async Task A_method_that_the_portal_permits_and_this_server_refuses_is_worth_a_note()
    {
        Control.Configure(knobs => knobs with { AllowedVerificationMethods = ["AUTHENTICATOR_APP", "SMS", "PALM_BIOMETRICS_RR"] });

        var notes = (await Tenant.CheckAsync(Ct)).Where(finding => finding.Kind == FindingKind.Note).Select(finding => finding.Text).ToArray();

        notes.Should().Contain(note => note.Contains("SMS", StringComparison.Ordinal))
            .And.Contain(note => note.Contains("PALM_BIOMETRICS_RR", StringComparison.Ordinal))
            .And.NotContain(note => note.Contains("AUTHENTICATOR_APP", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_a_fault()
    {
        await using var tenant = Create(Brisk);
        Control.Configure(knobs => knobs with { Faults = [Fault.Dropped] });

        await ExpectFaultAsync(tenant, "does not answer", Service.ApiAddress.Authority);
    }

    [Fact]
    public async Task Something_else_that_answers_in_its_place_is_a_fault()
    {
        Control.Configure(knobs => knobs with { Faults = [new Fault { Status = 200, Body = "<html></html>", MediaType = "text/html" }] });

        await ExpectFaultAsync(Tenant, "/v1");
    }

    private static async Task<string> ExpectFaultAsync(Tenant tenant, params string[] says)
    {
        var fault = (await tenant.CheckAsync(Ct)).Where(finding => finding.Kind == FindingKind.Fault).Select(finding => finding.Text).First();
        fault.Should().ContainAll(says);
        return fault;
    }
}
