namespace CleanLogin.Infrastructure.Passwords;

/// <summary>What one Argon2id hash costs.</summary>
/// <param name="MemoryKib">Memory, in KiB.</param>
/// <param name="Passes">Passes over it.</param>
internal sealed record Argon2Cost(long MemoryKib, long Passes)
{
    // A stored hash must not be able to ask for more than a login server can give.
    private const long MostMemoryKib = 1_048_576;
    private const long MostPasses = 16;

    public bool IsSane => MemoryKib is >= 8 and <= MostMemoryKib && Passes is >= 1 and <= MostPasses;
}
