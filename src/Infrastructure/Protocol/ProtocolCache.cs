using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Infrastructure.Protocol;

/// <summary>Discovery and keys are the same for everybody until the next start: they are answered from memory, with the database down as well.</summary>
internal static class ProtocolCache
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public static IServiceCollection AddProtocolCache(this IServiceCollection services, IProtocolEngine engine) => services.AddOutputCache(cache =>
        cache.AddBasePolicy(policy => policy
            .With(context => IsKept(context.HttpContext.Request.Path, engine))
            // Whatever is asked beside the path: a stranger could fill the memory with one answer.
            .SetVaryByQuery([])
            .Expire(Lifetime)));

    private static bool IsKept(PathString path, IProtocolEngine engine) => path == ProtocolPaths.Configuration || path == engine.Keys;
}
