namespace CleanLogin.Domain.Accounts;

/// <summary>The limit of each <see cref="AddressUse"/>.</summary>
/// <param name="wrongPasswords">For wrong passwords.</param>
/// <param name="mails">For mails that are asked for.</param>
public sealed class AddressLimits(AddressLimit wrongPasswords, AddressLimit mails)
{
    /// <summary>The one for this use.</summary>
    public AddressLimit For(AddressUse use) => use switch
    {
        AddressUse.WrongPassword => wrongPasswords,
        AddressUse.Mail => mails,
    };
}
