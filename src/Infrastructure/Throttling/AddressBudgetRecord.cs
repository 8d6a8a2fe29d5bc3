namespace CleanLogin.Infrastructure.Throttling;

internal sealed class AddressBudgetRecord
{
    /// <summary>The <see cref="Domain.Accounts.AddressBlock"/>.</summary>
    public required string Block { get; init; }

    /// <summary>
    /// When all of its failures are forgotten, in milliseconds since 1970. Each failure moves it on by one interval, from the present at
    /// least.
    /// </summary>
    public required long Until { get; init; }
}
