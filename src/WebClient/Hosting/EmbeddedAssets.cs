using Microsoft.Extensions.FileProviders;

namespace CleanLogin.WebClient.Hosting;

internal static class EmbeddedAssets
{
    public static IFileProvider Provider { get; } =
        new EmbeddedFileProvider(typeof(EmbeddedAssets).Assembly, "CleanLogin.WebClient.Assets");
}
