using System.Text.Json.Nodes;
using CleanLogin.Application.Login;
using CleanLogin.Domain.Accounts;
using CleanLogin.Infrastructure.Accounts;
using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.BuiltInMfa.Passkeys;

/// <summary>
/// The ceremonies of WebAuthn, by the handler of ASP.NET Core Identity: without its sign-in manager, which keeps the challenge in the cookie of
/// a pending login, takes an answer twice and signs in by itself.
/// </summary>
internal sealed class PasskeyVerifier(
    ServerAddress address, IOptions<ServerOptions> server, ILookupNormalizer normalizer, ILogger<UserManager<AccountRecord>> logger)
{
    // What is believed comes from the configuration: the request at hand says nothing about domain or origin.
    private static readonly DefaultHttpContext NoRequest = new();

    private readonly IOptions<IdentityPasskeyOptions> _options = Options.Create(new IdentityPasskeyOptions
    {
        ServerDomain = address.Issuer.Host,
        UserVerificationRequirement = "preferred",
        ResidentKeyRequirement = "preferred",
        AttestationConveyancePreference = "none",
        ValidateOrigin = origin => ValueTask.FromResult(
            !origin.CrossOrigin && origin.Origin == address.Issuer.GetLeftPart(UriPartial.Authority)),
    });

    /// <summary>The party that keys are made for (WebAuthn Level 3 §4, RP ID).</summary>
    public string RelyingParty => address.Issuer.Host;

    /// <summary>Asks for a passkey of that person, or of whoever has one.</summary>
    public async Task<(string Options, string State)> AskAsync(CleanLoginDbContext context, AccountRecord? of)
    {
        var asked = await WithHandlerAsync(context, handler => handler.MakeRequestOptionsAsync(of, NoRequest));
        return (asked.RequestOptionsJson, StateOf(asked.AssertionState));
    }

    /// <summary>Whose passkey signed, and which; null where no signature is right.</summary>
    public async Task<(AccountRecord User, UserPasskeyInfo Passkey)?> VerifyAsync(CleanLoginDbContext context, PasskeyAnswer answer, string state)
    {
        var answered = new PasskeyAssertionContext
        {
            HttpContext = NoRequest,
            CredentialJson = answer.ToCredentialJson(),
            AssertionState = state,
        };
        var result = await WithHandlerAsync(context, handler => handler.PerformAssertionAsync(answered));
        return result.Succeeded ? (result.User, result.Passkey) : null;
    }

    /// <summary>Asks for a new passkey of that person; what is there already is named, so that no device makes a second one.</summary>
    public async Task<(string Options, string State)> AskForNewAsync(CleanLoginDbContext context, Account account)
    {
        var person = new PasskeyUserEntity { Id = account.Id.Value, Name = account.Username.Value, DisplayName = account.DisplayName };
        var asked = await WithHandlerAsync(context, handler => handler.MakeCreationOptionsAsync(person, NoRequest));
        return (WithNameOfServer(asked.CreationOptionsJson), StateOf(asked.AttestationState));
    }

    /// <summary>The new passkey, and for whom it was made; null where it is not what was asked for.</summary>
    public async Task<(string User, UserPasskeyInfo Passkey)?> VerifyNewAsync(CleanLoginDbContext context, PasskeyAnswer answer, string state)
    {
        var answered = new PasskeyAttestationContext
        {
            HttpContext = NoRequest,
            CredentialJson = answer.ToCredentialJson(),
            AttestationState = state,
        };
        var result = await WithHandlerAsync(context, handler => handler.PerformAttestationAsync(answered));
        return result.Succeeded ? (result.UserEntity.Id, result.Passkey) : null;
    }

    // The handler calls the server by its domain. People know it by its name.
    private string WithNameOfServer(string options)
    {
        var json = JsonNode.Parse(options)!;
        json["rp"]!["name"] = server.Value.Name;
        return json.ToJsonString();
    }

    private static string StateOf(string? state) => state ?? throw new InvalidOperationException("The handler gave no state.");

    private async Task<T> WithHandlerAsync<T>(CleanLoginDbContext context, Func<PasskeyHandler<AccountRecord>, Task<T>> work)
    {
        using var reader = new PasskeyReader(context);
        using var users = new UserManager<AccountRecord>(
            reader,
            Options.Create(new IdentityOptions()),
            new PasswordHasher<AccountRecord>(),
            [],
            [],
            normalizer,
            new IdentityErrorDescriber(),
            // Token providers would be looked for there; none is needed.
            services: null!,
            logger);
        return await work(new PasskeyHandler<AccountRecord>(users, _options));
    }
}
