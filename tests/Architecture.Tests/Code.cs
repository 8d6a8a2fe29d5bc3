using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace CleanLogin.Architecture.Tests;

/// <summary>The compiled layers, with what each type uses down to the bodies of its methods, and the offenders of this project.</summary>
internal static class Code
{
    public static System.Reflection.Assembly Domain { get; } = typeof(Domain.Login.LoginTransaction).Assembly;

    public static System.Reflection.Assembly Application { get; } = typeof(Application.DependencyInjection).Assembly;

    public static System.Reflection.Assembly Infrastructure { get; } = typeof(Infrastructure.DependencyInjection).Assembly;

    public static System.Reflection.Assembly Web { get; } = typeof(Program).Assembly;

    private static ArchUnitNET.Domain.Architecture Loaded { get; } =
        new ArchLoader().LoadAssemblies(Domain, Application, Infrastructure, Web, typeof(Code).Assembly).Build();

    /// <summary>The types whose full name begins so.</summary>
    public static IReadOnlyList<IType> In(string prefix) =>
        [.. Loaded.Types.Where(type => type.FullName.StartsWith(prefix, StringComparison.Ordinal))];

    /// <summary>"type uses other type", for each use that is forbidden.</summary>
    public static IReadOnlyList<string> Uses(IEnumerable<IType> types, Func<string, bool> isForbidden) =>
    [
        .. types
            .SelectMany(type => type.Dependencies.Where(used => used.Target is not GenericParameter).Select(used => (Type: type.FullName, Used: used.Target.FullName)))
            .Where(use => isForbidden(use.Used))
            .Select(use => $"{use.Type} uses {use.Used}")
            .Distinct(StringComparer.Ordinal),
    ];

    public static bool IsUnder(string name, params string[] roots) => roots.Any(root =>
        name.StartsWith(root, StringComparison.Ordinal) && (name.Length == root.Length || name[root.Length] is '.' or '+' or '/'));
}
