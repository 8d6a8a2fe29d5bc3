namespace CleanLogin.Web.Pages.Account;

/// <summary>The login form, on whichever page it stands.</summary>
/// <param name="Input">What is filled in.</param>
/// <param name="ReturnUrl">Where to go afterwards.</param>
public sealed record LoginForm(LoginInput Input, string ReturnUrl);
