using System.Globalization;
using CleanLogin.WebClient.LoginServer;
using CleanLogin.WebClient.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.WebClient.Pages;

[Authorize]
internal sealed class TokensModel(LoginServerApi api, TokenSession session) : PageModel
{
    private const string NotAccepted = "The login server does not accept this token any more. Sign out and in again.";

    private HeldTokens _tokens = HeldTokens.None;

    public bool CanRefresh => _tokens.RefreshToken is not null;

    public string Validity => _tokens.ValidUntil is { } end
        ? $"valid until {end.UtcDateTime.ToString("HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)}"
        : "without a known end";

    public string? Notice { get; private set; }

    public IReadOnlyList<KeyValuePair<string, string>>? UserInfo { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        _tokens = await TokenSession.GetAsync(HttpContext);
        await next();
    }

    public async Task OnPostUserInfoAsync(CancellationToken ct)
    {
        UserInfo = _tokens.AccessToken is { } token ? await api.FindUserInfoAsync(token, ct) : null;
        Notice = UserInfo is null ? NotAccepted : null;
    }

    public async Task OnPostRefreshAsync(CancellationToken ct)
    {
        var renewed = _tokens.RefreshToken is { } token ? await api.FindNewTokensAsync(token, ct) : null;
        if (renewed is null)
        {
            Notice = NotAccepted;
            return;
        }

        _tokens = await session.ReplaceAsync(HttpContext, renewed);
        Notice = "The tokens have been refreshed.";
    }
}
