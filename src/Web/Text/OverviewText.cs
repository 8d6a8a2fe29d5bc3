using CleanLogin.Application.Ports;

namespace CleanLogin.Web.Text;

/// <summary>What the overview says of what protects an account, and what to do next.</summary>
internal static class OverviewText
{
    public static string SecondStep(IReadOnlyList<EnrolledAuthenticator>? authenticators, bool mayAdd) => authenticators switch
    {
        null => "Whoever keeps them gives no answer right now.",
        [] => "None: whoever has your password is in. Set one up.",
        [var only] when mayAdd => $"{AuthenticatorText.KindOf(only.Method)}. A second one helps when this one gets lost.",
        [var only] => $"{AuthenticatorText.KindOf(only.Method)}. Keep your recovery codes where you find them without it.",
        _ => $"{authenticators.Count} ways to confirm that it is you.",
    };

    public static string Address(string? email, bool verified) => (email, verified) switch
    {
        (null, _) => "There is none, so nobody can write to you when something changes, and a forgotten password needs an operator.",
        (_, false) => "Not confirmed, so no mails about your security are sent there.",
        _ => "Confirmed. You are told of every change, and can choose a new password by mail.",
    };
}
