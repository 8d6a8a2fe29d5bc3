namespace CleanLogin.Application.Mails.ListPickedUp;

/// <summary>A mail of the pickup folder. A class, so that a link in it is not printed.</summary>
public sealed class PickedUpMail(string to, string subject, string text, DateTimeOffset at)
{
    /// <summary>The address.</summary>
    public string To => to;

    /// <summary>The subject.</summary>
    public string Subject => subject;

    /// <summary>As plain text.</summary>
    public string Text => text;

    /// <summary>When it was put there.</summary>
    public DateTimeOffset At => at;
}
