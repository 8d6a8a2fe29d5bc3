namespace CleanLogin.Web.Text;

internal static class CodeText
{
    public const string WrongTotp =
        "That code is not right, or was used already. Wait for the next one; if it fails again, check the clock of your phone.";

    public const string WrongRecoveryCode = "That is none of your unused recovery codes. Check what you typed.";
}
