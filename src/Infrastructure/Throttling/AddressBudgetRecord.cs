namespace CleanLogin.Infrastructure.Throttling;

internal sealed class AddressBudgetRecord
{
    /// <summary>The <see cref="Domain.Accounts.AddressUse"/> and the <see cref="Domain.Accounts.AddressBlock"/>.</summary>
    public required string Key { get; init; }

    /// <summary>
    /// When all of it is forgotten, in milliseconds since 1970. Each use moves it on by one interval, from the present at
    /// least.
    /// </summary>
    public required long Until { get; init; }
}
