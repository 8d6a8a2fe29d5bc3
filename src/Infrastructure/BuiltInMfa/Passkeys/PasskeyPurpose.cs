using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;

namespace CleanLogin.Infrastructure.BuiltInMfa.Passkeys;

/// <summary>What a ceremony is for, and of whom or what.</summary>
internal readonly record struct PasskeyPurpose(string Kind, string Of)
{
    public static PasskeyPurpose For(PasskeyAsk ask) => ask.Match(
        _ => new PasskeyPurpose("sign-in", "anybody"),
        step => new PasskeyPurpose("second-step", step.Transaction + " " + step.User.Value));

    public static PasskeyPurpose Adding(UserId user) => new("adding", user.Value);
}
