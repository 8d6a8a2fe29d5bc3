using CleanLogin.Domain.Mfa;

namespace CleanLogin.Infrastructure.Tests.Mfa;

/// <summary>What a provider that can be out of reach promises besides: an outage is an answer, never an exception, never a success.</summary>
public abstract class RemoteMfaProviderContract : MfaProviderContract
{
    [Fact]
    public async Task An_outage_is_an_answer()
    {
        var (token, expected) = await PassAsync(ALogin());

        TakeDown();

        (await Provider.EvaluateAsync(ALogin(), Ct)).Should().BeOfType<ProviderDecision.Unavailable>();
        (await Provider.VerifyAsync(token, expected, Ct)).Should().BeOfType<ChallengeVerdict.Unavailable>();
        (await Provider.IsAvailableAsync(Ct)).Should().BeFalse();
    }

    [Fact]
    public async Task After_an_outage_logins_go_on_and_a_token_of_before_is_still_good()
    {
        var (token, expected) = await PassAsync(ALogin());
        TakeDown();
        await Provider.EvaluateAsync(ALogin(), Ct);
        await Provider.VerifyAsync(token, expected, Ct);

        BringBack();

        (await Provider.EvaluateAsync(ALogin(), Ct)).Should().BeOfType<ProviderDecision.Challenge>();
        (await Provider.VerifyAsync(token, expected, Ct)).Should().BeOfType<ChallengeVerdict.Passed>();
        (await Provider.IsAvailableAsync(Ct)).Should().BeTrue();
    }

    private protected abstract void TakeDown();

    private protected abstract void BringBack();
}
