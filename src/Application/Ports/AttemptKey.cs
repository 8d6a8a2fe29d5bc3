using System.Security.Cryptography;
using System.Text;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Authenticators;

namespace CleanLogin.Application.Ports;

/// <summary>
/// What attempts are counted for: one authenticator of one account. Passwords are counted by the name typed, whether or not there is
/// such an account, so that the count tells nothing about that; the name is kept as a digest.
/// </summary>
public readonly record struct AttemptKey
{
    private AttemptKey(string value, bool isOwned = true, string? strangers = null) =>
        (Value, IsOwned, Strangers) = (value, isOwned, strangers);

    /// <summary>The key, for storage: at most 64 characters.</summary>
    public string Value { get; }

    /// <summary>
    /// Whether it is the credential of an account: such failures count until a success, however old they are. Others may be forgotten once
    /// nobody can notice.
    /// </summary>
    public bool IsOwned { get; }

    /// <summary>Of the key of a known device: the key under which strangers try the same credential. Null: this is that key.</summary>
    public string? Strangers { get; }

    /// <summary>Failures in a row after which no more attempt is taken.</summary>
    public int MaxFailures => Strangers is null ? AttemptLimit.MaxFailures : AttemptLimit.MaxFailuresOfKnownDevice;

    /// <summary>The password of whoever has that name.</summary>
    public static AttemptKey ForPassword(Username username)
    {
        ArgumentNullException.ThrowIfNull(username);
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(username.Value.ToUpperInvariant()));
        return new AttemptKey("password:" + Convert.ToBase64String(digest));
    }

    /// <summary>The same, where no account has that name.</summary>
    public AttemptKey OfNobody() => new(Value, isOwned: false);

    /// <summary>The same credential, tried in a browser that its owner has used before: a budget that no stranger can spend.</summary>
    public AttemptKey On(KnownDevice device)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{device.Id:N} {Value}"));
        return new AttemptKey("device:" + Convert.ToBase64String(digest), IsOwned, Value);
    }

    /// <summary>An authenticator app.</summary>
    public static AttemptKey ForAuthenticator(AuthenticatorId id) => new("authenticator:" + id);

    /// <summary>A person's recovery codes.</summary>
    public static AttemptKey ForRecoveryCodes(UserId user) =>
        new("recovery:" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(user.Value))));
}
