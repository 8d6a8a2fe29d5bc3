namespace CleanLogin.Application.Ports;

/// <summary>How bad a finding is.</summary>
public enum FindingKind
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Worth knowing; people can log in.</summary>
    Note,

    /// <summary>People cannot log in, or can without what is meant to protect them.</summary>
    Fault,
}
