using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.State;

internal sealed class TenantUser(string id)
{
    private readonly List<UserAuthenticator> _authenticators = [];
    private readonly HashSet<string> _recoveryCodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UserDevice> _devices = new(StringComparer.Ordinal);

    public string Id { get; } = id;

    /// <summary>What passkeys know the user by: it tells nothing about who that is (WebAuthn Level 3 §14.6.1).</summary>
    public byte[] Handle { get; } = Guid.NewGuid().ToByteArray();

    public UserAttributes Attributes { get; private set; } = new();
    public IReadOnlyList<UserAuthenticator> Authenticators => _authenticators;
    public bool IsEnrolled => _authenticators.Count > 0;
    public bool HasRecoveryCodes => _recoveryCodes.Count > 0;
    public IReadOnlyList<string> EnrolledMethods => [.. _authenticators.Select(authenticator => authenticator.Method).Distinct()];

    /// <summary>The preference if it can be honoured, else what was enrolled first.</summary>
    public string? DefaultMethod => EnrolledMethods.Contains(Attributes.DefaultVerificationMethod)
        ? Attributes.DefaultVerificationMethod
        : EnrolledMethods is [var first, ..] ? first : null;

    public IEnumerable<UserDevice> Devices => _devices.Values;

    public void SeenOn(string deviceId, DateTimeOffset now) => _devices[deviceId] = _devices.TryGetValue(deviceId, out var known)
        ? known with { LastSeenAt = now }
        : new UserDevice(deviceId, now, now, IsInvalidated: false);

    /// <returns>Whether there is such a device.</returns>
    public bool Invalidate(string deviceId)
    {
        if (!_devices.TryGetValue(deviceId, out var known))
        {
            return false;
        }

        _devices[deviceId] = known with { IsInvalidated = true };
        return true;
    }

    public AuthenticatorResponse Describe(UserAuthenticator authenticator) =>
        authenticator.ToWire(isDefault: ReferenceEquals(authenticator, FindAuthenticator(DefaultMethod ?? string.Empty)));

    public UserAuthenticator? FindAuthenticator(string method) => _authenticators.FirstOrDefault(candidate => candidate.Method == method);

    /// <returns>The authenticators that changed as well.</returns>
    public IReadOnlyList<UserAuthenticator> Change(UserAttributes change)
    {
        Attributes = Attributes.With(change);
        if (change is not { Email: not null, EmailVerified: true })
        {
            return [];
        }

        // The documented lever of an e-mail change: the next code goes to the new address.
        var moved = _authenticators.FindAll(candidate => VerificationMethods.IsEmail(candidate.Method) && candidate.Email != change.Email);
        moved.ForEach(authenticator => authenticator.Email = change.Email);
        return moved;
    }

    /// <summary>Tracking tells about a user that is new, but does not overrule what is known.</summary>
    public void Learn(TrackRequest track) => Attributes = Attributes with
    {
        Email = Attributes.Email ?? track.Email,
        PhoneNumber = Attributes.PhoneNumber ?? track.PhoneNumber,
        Username = Attributes.Username ?? track.Username,
    };

    /// <summary>Adds an authenticator, or finds the one that is the same.</summary>
    public UserAuthenticator Enrol(UserAuthenticator authenticator)
    {
        if (_authenticators.Find(authenticator.IsSameAs) is { } existing)
        {
            return existing;
        }

        _authenticators.Add(authenticator);
        return authenticator;
    }

    /// <returns>What was removed, or null if there is no such authenticator.</returns>
    public UserAuthenticator? Remove(string authenticatorId)
    {
        var found = _authenticators.Find(candidate => candidate.Id == authenticatorId);
        if (found is not null)
        {
            _authenticators.Remove(found);
        }

        return found;
    }

    public void ReplaceRecoveryCodes(IEnumerable<string> codes)
    {
        _recoveryCodes.Clear();
        _recoveryCodes.UnionWith(codes);
    }

    public bool Redeem(string recoveryCode) => _recoveryCodes.Remove(recoveryCode);
}
