/** The channel of the database on which every commit of a runtime is told. */
export const projectionsChannel = 'projections'
