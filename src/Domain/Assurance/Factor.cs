namespace CleanLogin.Domain.Assurance;

/// <summary>What kind of evidence a method gives (NIST SP 800-63B-4 §2). Two methods of one kind are still one factor.</summary>
public enum Factor
{
    /// <summary>Something the person knows.</summary>
    Knowledge,

    /// <summary>Something the person has.</summary>
    Possession,

    /// <summary>Something the person is.</summary>
    Inherence,
}
