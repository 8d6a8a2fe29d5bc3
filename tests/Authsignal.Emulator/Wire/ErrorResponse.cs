namespace CleanLogin.Authsignal.Emulator.Wire;

/// <summary>The body of every answer that is not 2xx. The code goes out under both names that official clients read.</summary>
internal sealed record ErrorResponse(string Error, string ErrorDescription)
{
    public string ErrorCode => Error;
}
