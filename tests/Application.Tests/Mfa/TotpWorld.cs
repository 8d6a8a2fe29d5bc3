using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Authenticators;
using Moq;

namespace CleanLogin.Application.Tests.Mfa;

/// <summary>An authenticator app whose right code is 123456 at the step it is asked for.</summary>
internal sealed class TotpWorld
{
    public TotpWorld()
    {
        Algorithm.Setup(algorithm => algorithm.FindStep(It.IsAny<TotpSecret>(), It.IsAny<TotpCode>(), It.IsAny<IReadOnlyList<long>>()))
            .Returns((TotpSecret _, TotpCode code, IReadOnlyList<long> steps) => code.Reveal() == "123456" && steps is [var newest, ..] ? newest : null);
        Algorithm.Setup(algorithm => algorithm.Describe(Secret, "alice")).Returns(new TotpEnrolmentView("BASE32", "otpauth://totp/x", "<svg/>"));
        Authenticators.Setup(store => store.AcceptStepAsync(It.IsAny<AuthenticatorId>(), It.IsAny<long>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(true);
        Has();
    }

    public static TotpCode Right { get; } = TotpCode.Parse("123456")!;

    public static TotpCode Wrong { get; } = TotpCode.Parse("654321")!;

    public static TotpSecret Secret { get; } = TotpSecret.From(new byte[TotpSecret.Size]);

    public Mock<ITotpAlgorithm> Algorithm { get; } = new();

    public Mock<ITotpAuthenticators> Authenticators { get; } = new();

    public static TotpAuthenticator AnApp(byte number = 1, long lastAcceptedStep = 0) =>
        new(AuthenticatorId.Of(new Guid(number, 0, 0, new byte[8])), Secret, lastAcceptedStep);

    public void Has(params TotpAuthenticator[] apps) => Authenticators
        .Setup(store => store.ListAsync(It.IsAny<UserId>(), It.IsAny<CancellationToken>())).ReturnsAsync(apps);
}
