using System.Globalization;
using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Ports;

/// <summary>What recovery codes were handed out for: they are shown again for as long as that lasts, and never for anything else.</summary>
public readonly record struct HandoutOccasion
{
    private HandoutOccasion(string value) => Value = value;

    /// <summary>The name, for storage. No secret.</summary>
    public string Value { get; }

    /// <summary>The login in which an authenticator was enrolled.</summary>
    public static HandoutOccasion Of(LoginTransactionId login) => new(string.Create(CultureInfo.InvariantCulture, $"login:{login}"));
}
