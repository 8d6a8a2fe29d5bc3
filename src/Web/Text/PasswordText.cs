using CleanLogin.Domain.Accounts;

namespace CleanLogin.Web.Text;

/// <summary>What a person reads about a password that may not be used.</summary>
internal static class PasswordText
{
    public static string For(PasswordFault fault, int minLength) => fault switch
    {
        PasswordFault.TooShort => $"That is too short: a password has at least {minLength} characters. Any characters will do.",
        PasswordFault.TooLong => $"That is too long: a password has at most {PasswordPolicy.MaxLength} characters.",
        PasswordFault.Common => "That is one of the passwords that are guessed first. Choose another one.",
        PasswordFault.Unchanged => "That is your present password. Choose another one.",
        PasswordFault.Expected => "That is little more than your name, your address or the name of this service, which are guessed first. Choose another one.",
    };
}
