using System.Collections.Frozen;
using CleanLogin.Domain.Accounts;

namespace CleanLogin.Infrastructure.Passwords;

/// <summary>The list that this server ships: the most frequent passwords that are long enough to be allowed otherwise.</summary>
internal sealed class CommonPasswords : ICommonPasswords
{
    private readonly Lazy<FrozenSet<string>> _list = new(Read);

    public bool Contains(string password) => _list.Value.Contains(password);

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("CleanLogin.Infrastructure.Passwords.common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}
