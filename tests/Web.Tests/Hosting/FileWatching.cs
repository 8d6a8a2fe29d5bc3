using System.Runtime.CompilerServices;

namespace CleanLogin.Web.Tests.Hosting;

/// <summary>Nobody changes a file while tests run, and a system has few watchers to give to hundreds of hosts.</summary>
internal static class FileWatching
{
    [ModuleInitializer]
    internal static void Poll() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");
}
