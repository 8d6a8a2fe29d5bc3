using CleanLogin.Domain.Mfa;
using CleanLogin.Testing.Builders;

namespace CleanLogin.Infrastructure.Tests.Authsignal;

/// <summary>The first login of somebody with nothing enrolled, where confirmed addresses are enrolled by themselves.</summary>
public sealed class FirstEmailTests : AuthsignalTest
{
    [Fact]
    public async Task A_confirmed_address_becomes_the_second_step_and_nobody_else_enrols()
    {
        await using var tenant = Enrolling();

        var decision = await tenant.EvaluateAsync(Tenant.Login(), Ct);

        decision.Should().BeOfType<ProviderDecision.Challenge>().Which.Enrol.Should().BeFalse();
    }

    [Fact]
    public async Task An_address_that_nobody_has_confirmed_is_not_enrolled()
    {
        await using var tenant = Enrolling();

        var decision = await tenant.EvaluateAsync(Tenant.Login(Given.AnAccount().Build() with { EmailVerified = false }), Ct);

        decision.Should().BeOfType<ProviderDecision.Challenge>().Which.Enrol.Should().BeTrue();
    }

    [Fact]
    public async Task It_has_to_be_switched_on()
    {
        var decision = await Tenant.EvaluateAsync(Tenant.Login(), Ct);

        decision.Should().BeOfType<ProviderDecision.Challenge>().Which.Enrol.Should().BeTrue();
    }

    private Tenant Enrolling() => new(Service.ApiAddress, Service.BaseAddress.Authority, Time, enrolEmail: true);
}
