using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>Discovery and keys are the same for everybody until the next start: they are answered from memory, with the database down as well.</summary>
internal static class EngineCache
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private static readonly PathString[] Kept = [EnginePaths.Configuration, EnginePaths.Keys];

    public static IServiceCollection AddEngineCache(this IServiceCollection services) => services.AddOutputCache(cache =>
        cache.AddBasePolicy(policy => policy
            .With(context => Array.Exists(Kept, path => context.HttpContext.Request.Path == path))
            // Whatever is asked beside the path: a stranger could fill the memory with one answer.
            .SetVaryByQuery([])
            .Expire(Lifetime)));
}
