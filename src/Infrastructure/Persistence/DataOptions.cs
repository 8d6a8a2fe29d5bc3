namespace CleanLogin.Infrastructure.Persistence;

/// <summary>Files that the server makes for itself.</summary>
internal sealed class DataOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Data";

    /// <summary>The variable of the environment that names the folder where <c>Data:Folder</c> does not.</summary>
    public const string Variable = "CLEANLOGIN_DATA";

    /// <summary>The data folder, relative to the content root. By default <c>data</c>.</summary>
    public string? Folder { get; set; }
}
