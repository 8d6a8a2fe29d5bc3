using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Persistence;

/// <summary>
/// Tables that another folder adds to the database as a set. Every implementation in this assembly is applied; single tables need
/// only an <see cref="IEntityTypeConfiguration{TEntity}"/>.
/// </summary>
internal interface IModelPart
{
    /// <summary>Adds the tables.</summary>
    void AddTo(ModelBuilder model);
}
