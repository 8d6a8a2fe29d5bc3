using CleanLogin.Domain.Mfa;

namespace CleanLogin.Domain.Accounts;

/// <summary>
/// What a new password has to be: long enough, not among the first that are guessed, and not made of words that belong to the person or the
/// service (NIST SP 800-63B-4 §3.1.1.2, ASVS 6.2). Nothing is demanded of its characters. The only mint of <see cref="NewPassword"/>.
/// </summary>
/// <param name="enrolment">Whether a second step always follows.</param>
/// <param name="common">What is guessed first.</param>
/// <param name="serviceWords">What the service is called.</param>
public sealed class PasswordPolicy(EnrolmentRule enrolment, ICommonPasswords common, IReadOnlyList<string> serviceWords)
{
    /// <summary>Most characters.</summary>
    public const int MaxLength = 256;

    private const int MinLengthBesideSecondStep = 8;
    private const int MinLengthAlone = 15;

    // A word this short is part of many others.
    private const int ShortestWord = 4;

    // So many characters have to be the person's own idea.
    private const int OwnCharacters = 4;

    /// <summary>Fewest characters: more where a password may be all that is asked for.</summary>
    public int MinLength => enrolment is EnrolmentRule.Required ? MinLengthBesideSecondStep : MinLengthAlone;

    /// <summary>Checks the password that the owner of an account has chosen.</summary>
    public NewPasswordVerdict Check(PlainPassword password, Account account)
    {
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(account);
        var text = password.RevealForHashing();

        // Each code point counts as one.
        var length = text.EnumerateRunes().Count();
        return length < MinLength ? new NewPasswordVerdict.Refused(PasswordFault.TooShort)
            : length > MaxLength ? new NewPasswordVerdict.Refused(PasswordFault.TooLong)
            : common.Contains(text) ? new NewPasswordVerdict.Refused(PasswordFault.Common)
            : IsExpected(text, account) ? new NewPasswordVerdict.Refused(PasswordFault.Expected)
            : new NewPasswordVerdict.Accepted(new NewPassword(password));
    }

    private bool IsExpected(string text, Account account)
    {
        var rest = WordsOf(account).Concat(serviceWords)
            .Where(word => word.Length >= ShortestWord)
            .OrderByDescending(word => word.Length)
            .Aggregate(text, (left, word) => left.Replace(word, string.Empty, StringComparison.OrdinalIgnoreCase));
        return rest.Length < text.Length && rest.EnumerateRunes().Count() < OwnCharacters;
    }

    private static IEnumerable<string> WordsOf(Account account) =>
        [account.Username.Value, account.Email ?? string.Empty, .. (account.Email ?? string.Empty).Split('@'), account.DisplayName, .. account.DisplayName.Split(' ')];
}
