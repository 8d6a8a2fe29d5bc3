namespace CleanLogin.Authsignal.Emulator.Wire;

/// <summary>Passkeys that were registered elsewhere, to be taken over.</summary>
internal sealed record BatchEnrollRequest
{
    public IReadOnlyList<ImportedPasskey>? Authenticators { get; init; }
}

/// <summary>One of them.</summary>
internal sealed record ImportedPasskey
{
    public string? UserId { get; init; }
    public string? VerificationMethod { get; init; }
    public string? CredentialId { get; init; }

    /// <summary>COSE key, base64url.</summary>
    public string? CredentialPublicKey { get; init; }
    public string? Name { get; init; }
}

/// <summary>What became of them.</summary>
internal sealed record BatchEnrollResponse(int Total, int Succeeded, int Failed, IReadOnlyList<ImportFailure> Failures);

/// <summary>Why one of them was not taken.</summary>
internal sealed record ImportFailure(string? UserId, string? CredentialId, string ErrorCode, string ErrorDescription);
