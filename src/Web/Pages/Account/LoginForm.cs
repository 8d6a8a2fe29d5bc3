namespace CleanLogin.Web.Pages.Account;

/// <summary>The login form, on whichever page it stands.</summary>
/// <param name="Input">What is filled in.</param>
/// <param name="ReturnUrl">Where to go afterwards.</param>
/// <param name="OffersPasskeys">Whether browsers may offer passkeys in the field of the user name.</param>
public sealed record LoginForm(LoginInput Input, string ReturnUrl, bool OffersPasskeys = false)
{
    /// <summary>The last word makes browsers list passkeys beside the names that they know (WebAuthn Level 3 §5.1.7).</summary>
    public string UsernameAutocomplete => OffersPasskeys ? "username webauthn" : "username";
}
