using System.Runtime.CompilerServices;

namespace CleanLogin.Architecture.Tests.Source;

/// <summary>The files that people write: no build output, no generated migrations.</summary>
internal static class Repository
{
    private static readonly string[] Skipped = ["bin", "obj", "node_modules", "Migrations"];
    private static readonly string[] Endings = [".cs", ".cshtml", ".css", ".js", ".csproj", ".props", ".json"];

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));

    /// <summary>Every source file under src.</summary>
    public static IReadOnlyList<SourceFile> Product { get; } = [.. Read("src")];

    /// <summary>The C# files and pages of them.</summary>
    public static IReadOnlyList<SourceFile> Code { get; } =
        [.. Product.Where(file => file.EndsWith(".cs") || file.EndsWith(".cshtml"))];

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static IReadOnlyList<string> Names(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, folder), pattern).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private static IEnumerable<SourceFile> Read(string folder) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(path => Endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)) && !path.EndsWith("packages.lock.json", StringComparison.Ordinal))
        .Where(path => !path.Split('/').Any(Skipped.Contains))
        .Select(path => new SourceFile(path, Text(path)));

    private static string Here([CallerFilePath] string path = "") => path;
}
