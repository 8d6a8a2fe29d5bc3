namespace CleanLogin.Domain.Mfa;

/// <summary>What is asked of a person who has no second factor yet.</summary>
public enum EnrolmentRule
{
    /// <summary>Enrol one before the first login can succeed. The default.</summary>
    Required,

    /// <summary>Log in by password alone, unless the client asks for more.</summary>
    Optional,
}
