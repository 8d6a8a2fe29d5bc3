namespace CleanLogin.Domain.Accounts;

/// <summary>The passwords that guessers try first.</summary>
public interface ICommonPasswords
{
    /// <summary>Whether it is one of them. Letter case does not count.</summary>
    bool Contains(string password);
}
