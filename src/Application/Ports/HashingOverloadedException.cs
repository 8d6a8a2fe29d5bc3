namespace CleanLogin.Application.Ports;

/// <summary>The server is too busy to verify another password now. The host answers 503 with Retry-After.</summary>
public sealed class HashingOverloadedException : Exception
{
    /// <summary>Creates it with its fixed message.</summary>
    public HashingOverloadedException()
        : this("Too many password verifications are waiting.")
    {
    }

    /// <summary>Creates it with a message.</summary>
    public HashingOverloadedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it with a message and its cause.</summary>
    public HashingOverloadedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
