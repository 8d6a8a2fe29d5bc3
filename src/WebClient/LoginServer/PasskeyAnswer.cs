namespace CleanLogin.WebClient.LoginServer;

/// <summary>An answer of the login server about passkeys. What it holds does not print itself: it may be a token.</summary>
internal sealed class PasskeyAnswer<T>(PasskeyStatus status, T? value = null)
    where T : class
{
    public PasskeyStatus Status => value is null && status is PasskeyStatus.Answered ? PasskeyStatus.Unavailable : status;

    public T? Value => value;
}
