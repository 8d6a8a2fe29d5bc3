namespace CleanLogin.Infrastructure.DataProtection;

/// <summary>A record that only the right key ring can open. There is one.</summary>
internal sealed class Canary
{
    /// <summary>The id of the only row.</summary>
    public const int OnlyId = 1;

    /// <summary>Its id.</summary>
    public int Id { get; init; } = OnlyId;

    /// <summary>The protected text.</summary>
    public required string Payload { get; init; }
}
