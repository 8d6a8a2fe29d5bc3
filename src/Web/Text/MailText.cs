namespace CleanLogin.Web.Text;

/// <summary>What a person reads about mails.</summary>
internal static class MailText
{
    public static string ForPause(TimeSpan pause) =>
        $"Too many mails were asked for from your network. Mails that have come still work. You can ask for another in {PauseText.For(pause)}.";
}
