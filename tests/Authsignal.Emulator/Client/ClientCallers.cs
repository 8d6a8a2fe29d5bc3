using System.Text;
using CleanLogin.Authsignal.Emulator.Api;
using CleanLogin.Authsignal.Emulator.Hosting;
using CleanLogin.Authsignal.Emulator.Tokens;
using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Client;

/// <summary>Reads the Authorization header: a bearer token, or the tenant's id as a user name.</summary>
internal sealed class ClientCallers(EmulatorSettings settings, ActionTokens tokens)
{
    private const string Bearer = "Bearer ";
    private const string Basic = "Basic ";

    public static ClientCaller.Refused Unauthorized { get; } = new(ApiKey.Refusal);

    private static readonly ClientCaller.Refused Expired = new(ApiResult.Refuse(
        StatusCodes.Status401Unauthorized, ErrorCodes.ExpiredToken, "The token has expired."));

    public ClientCaller Identify(ApiRequest request)
    {
        var header = request.Headers.GetValueOrDefault("Authorization", string.Empty);
        if (header.StartsWith(Basic, StringComparison.Ordinal))
        {
            return IsTenant(header[Basic.Length..]) ? new ClientCaller.Page() : Unauthorized;
        }

        if (!header.StartsWith(Bearer, StringComparison.Ordinal))
        {
            return Unauthorized;
        }

        var token = header[Bearer.Length..];
        return tokens.Read(token) switch
        {
            TokenReading.Valid valid => new ClientCaller.Holder(token, valid.Action),
            TokenReading.Expired => Expired,
            _ => Unauthorized,
        };
    }

    /// <summary>The browser library sends the id alone and escaped, the mobile ones with the colon of Basic authentication.</summary>
    private bool IsTenant(string credentials)
    {
        var bytes = new byte[credentials.Length];
        if (!Convert.TryFromBase64String(credentials, bytes, out var length))
        {
            return false;
        }

        var name = Encoding.UTF8.GetString(bytes, 0, length).TrimEnd(':');
        return Uri.UnescapeDataString(name) == settings.TenantId;
    }
}
