namespace CleanLogin.Infrastructure.Settings;

/// <summary>Finds the name that somebody meant.</summary>
internal static class NearMiss
{
    private const int LongestShortName = 5;

    /// <summary>
    /// The most similar of the names, where it is similar enough to be meant: one slip of the keyboard in a short name, two in a longer
    /// one. Otherwise null.
    /// </summary>
    public static string? Find(string typed, IEnumerable<string> names) => names
        .Select(name => (Name: name, Slips: Slips(typed.ToUpperInvariant(), name.ToUpperInvariant())))
        .Where(candidate => candidate.Slips <= (candidate.Name.Length <= LongestShortName ? 1 : 2))
        .OrderBy(candidate => candidate.Slips)
        .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    // Letters added, dropped, replaced, or swapped with their neighbour.
    private static int Slips(string a, string b)
    {
        var slips = new int[a.Length + 1][];
        for (var i = 0; i <= a.Length; i++)
        {
            slips[i] = new int[b.Length + 1];
            for (var j = 0; j <= b.Length; j++)
            {
                slips[i][j] = i == 0 || j == 0 ? i + j : Cheapest(slips, a, b, i, j);
            }
        }

        return slips[a.Length][b.Length];
    }

    private static int Cheapest(int[][] slips, string a, string b, int i, int j)
    {
        var replaced = slips[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        var fewest = Math.Min(replaced, Math.Min(slips[i - 1][j], slips[i][j - 1]) + 1);
        var isSwap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return isSwap ? Math.Min(fewest, slips[i - 2][j - 2] + 1) : fewest;
    }
}
