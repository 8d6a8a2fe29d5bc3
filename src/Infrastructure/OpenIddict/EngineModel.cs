using CleanLogin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>The engine's own tables: applications, authorizations, scopes and tokens.</summary>
internal sealed class EngineModel : IModelPart
{
    public void AddTo(ModelBuilder model) => model.UseOpenIddict();
}
