namespace CleanLogin.Web.Text;

internal static class CodeText
{
    public const string WrongTotp =
        "That code is not right, or was used already. Wait for the next one; if it fails again, check the clock of your phone.";

    // Where an app is set up: no code of it was used yet, and an app that was set up by an older picture shows other codes.
    public const string WrongFirstTotp =
        "That code is not right. Scan the picture on this page, even if you have scanned one before, and enter the code that the new entry shows. "
        + "If it fails again, check the clock of your phone.";

    public const string WrongRecoveryCode = "That is none of your unused recovery codes. Check what you typed.";
}
