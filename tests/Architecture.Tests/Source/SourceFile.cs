namespace CleanLogin.Architecture.Tests.Source;

/// <summary>A text file of the repository.</summary>
/// <param name="Path">From the root, with slashes.</param>
/// <param name="Text">What stands in it.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public bool IsUnder(string folder) => Path.StartsWith(folder, StringComparison.Ordinal);

    public bool EndsWith(string ending) => Path.EndsWith(ending, StringComparison.Ordinal);

    public int Lines => Text.AsSpan().Count('\n');
}
