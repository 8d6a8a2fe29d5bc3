namespace CleanLogin.Authsignal.Emulator.State;

/// <summary>A code that was sent to an address, until it is used, replaced, too old or guessed at too often.</summary>
internal sealed class EmailCode(string address, string value, DateTimeOffset expiresAt)
{
    private const int MaxFailures = 10;
    private int _failures;

    public string Address { get; } = address;

    public bool Accepts(string entered, DateTimeOffset now)
    {
        if (now >= expiresAt || _failures >= MaxFailures)
        {
            return false;
        }

        if (FixedTime.Equal(entered, value))
        {
            return true;
        }

        _failures++;
        return false;
    }
}
