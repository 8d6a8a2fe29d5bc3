using System.Globalization;
using System.Security.Claims;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using Duende.IdentityModel;
using Duende.IdentityServer.Extensions;
using Duende.IdentityServer.Models;
using Duende.IdentityServer.Services;
using Microsoft.AspNetCore.Http;

namespace CleanLogin.Infrastructure.Duende.Answers;

/// <summary>What tokens and userinfo say of a person: the account as it is now. The engine asks on every code, token and refresh.</summary>
internal sealed class Profiles(IAccounts accounts, IHttpContextAccessor http) : IProfileService
{
    private CancellationToken Ct => http.HttpContext?.RequestAborted ?? CancellationToken.None;

    public async Task GetProfileDataAsync(ProfileDataRequestContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (UserId.Parse(context.Subject.GetSubjectId()) is { } user && await accounts.FindAsync(user, Ct) is { } account)
        {
            context.AddRequestedClaims(ClaimsOf(account));
        }
    }

    public async Task IsActiveAsync(IsActiveContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.IsActive = await context.Subject.Claims.ToArray().FindHonouredAsync(accounts, Ct) is not null;
    }

    private static IEnumerable<Claim> ClaimsOf(Account account)
    {
        yield return new Claim(JwtClaimTypes.Name, account.DisplayName);
        yield return new Claim(JwtClaimTypes.PreferredUserName, account.Username.Value);
        if (account.Email is { } email)
        {
            yield return new Claim(JwtClaimTypes.Email, email);
            yield return new Claim(
                JwtClaimTypes.EmailVerified, account.EmailVerified.ToString(CultureInfo.InvariantCulture).ToLowerInvariant(), ClaimValueTypes.Boolean);
        }
    }
}
