using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace CleanLogin.WebClient.SignIn;

/// <summary>What a sign-in asks for. Travels in the protected <c>state</c>, so that the answer is compared with the question.</summary>
internal static class SignInRequest
{
    private const string AcrValues = "acr_values";

    public static AuthenticationProperties ReturningTo(string localUrl, string? wantedAcr = null, TimeSpan? maxAge = null)
    {
        var properties = new OpenIdConnectChallengeProperties { RedirectUri = localUrl, MaxAge = maxAge };
        if (wantedAcr is not null)
        {
            properties.Items[AcrValues] = wantedAcr;
        }

        return properties;
    }

    public static string? WantedAcr(AuthenticationProperties? properties) =>
        properties is not null && properties.Items.TryGetValue(AcrValues, out var acr) ? acr : null;
}
