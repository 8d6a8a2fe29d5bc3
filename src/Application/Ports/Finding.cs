namespace CleanLogin.Application.Ports;

/// <summary>One thing that was found out about the settings.</summary>
/// <param name="Kind">How bad it is.</param>
/// <param name="Text">A sentence for an operator: what is there, and what to do. Without secrets.</param>
public sealed record Finding(FindingKind Kind, string Text)
{
    /// <summary>As it should be.</summary>
    public static Finding Good(string text) => new(FindingKind.Good, text);

    /// <summary>Worth knowing.</summary>
    public static Finding Note(string text) => new(FindingKind.Note, text);

    /// <summary>Has to be changed.</summary>
    public static Finding Fault(string text) => new(FindingKind.Fault, text);
}
